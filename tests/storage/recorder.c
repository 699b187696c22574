/* Records what a program does to the files of one folder, in order.
 *
 * Loaded before the C library (LD_PRELOAD). RECORD_FOLDER names the folder, RECORD_LOG the log.
 * Each record: one letter (W write, T truncate, S sync, U unlink), the length of the path (u32),
 * the path, an offset (u64), the length of the data (u32), the data.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static void put(int log, const void *bytes, size_t length)
{
    if (syscall(SYS_write, log, bytes, length) != (long)length)
        abort();
}

static void record(char what, const char *path, uint64_t offset, const void *data, uint32_t length)
{
    static int log = -1;
    const char *folder = getenv("RECORD_FOLDER");
    uint32_t named = strlen(path);

    if (folder == NULL || strncmp(path, folder, strlen(folder)) != 0)
        return;
    if (log < 0)
        log = open(getenv("RECORD_LOG"), O_WRONLY | O_APPEND | O_CREAT, 0600);
    put(log, &what, 1);
    put(log, &named, sizeof named);
    put(log, path, named);
    put(log, &offset, sizeof offset);
    put(log, &length, sizeof length);
    put(log, data, length);
}

static void record_file(char what, int file, uint64_t offset, const void *data, uint32_t length)
{
    char link[64], path[PATH_MAX];
    ssize_t named;

    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    named = readlink(link, path, sizeof path - 1);
    if (named < 0)
        return;
    path[named] = '\0';
    record(what, path, offset, data, length);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset)
{
    record_file('W', file, offset, data, length);
    return NEXT(pwrite64)(file, data, length, offset);
}

ssize_t write(int file, const void *data, size_t length)
{
    off_t offset = lseek(file, 0, SEEK_CUR);
    record_file('W', file, offset < 0 ? 0 : offset, data, length);
    return NEXT(write)(file, data, length);
}

int ftruncate64(int file, off64_t length)
{
    record_file('T', file, length, "", 0);
    return NEXT(ftruncate64)(file, length);
}

int fsync(int file)
{
    record_file('S', file, 0, "", 0);
    return NEXT(fsync)(file);
}

int fdatasync(int file)
{
    record_file('S', file, 0, "", 0);
    return NEXT(fdatasync)(file);
}

int unlink(const char *path)
{
    record('U', path, 0, "", 0);
    return NEXT(unlink)(path);
}
