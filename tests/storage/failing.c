/* Lets one call of a program fail that reads or writes a file of one folder.
 *
 * Loaded before the C library (LD_PRELOAD). FAIL_FOLDER names the folder. The program itself says
 * which call is to fail, counted from now: fail_at(3, EIO); calls() tells how many there were.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int counted, wanted, error_given;

void fail_at(int call, int error)
{
    counted = 0;
    wanted = call;
    error_given = error;
}

int calls(void)
{
    return counted;
}

static int fails(int file)
{
    char link[64], path[PATH_MAX];
    const char *folder = getenv("FAIL_FOLDER");
    ssize_t named;

    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    named = readlink(link, path, sizeof path - 1);
    if (folder == NULL || named < 0)
        return 0;
    path[named] = '\0';
    if (strncmp(path, folder, strlen(folder)) != 0)
        return 0;
    counted++;
    if (counted != wanted)
        return 0;
    errno = error_given;
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pread64(int file, void *data, size_t length, off64_t offset)
{
    return fails(file) ? -1 : NEXT(pread64)(file, data, length, offset);
}

ssize_t read(int file, void *data, size_t length)
{
    return fails(file) ? -1 : NEXT(read)(file, data, length);
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset)
{
    return fails(file) ? -1 : NEXT(pwrite64)(file, data, length, offset);
}

ssize_t write(int file, const void *data, size_t length)
{
    return fails(file) ? -1 : NEXT(write)(file, data, length);
}

int ftruncate64(int file, off64_t length)
{
    return fails(file) ? -1 : NEXT(ftruncate64)(file, length);
}

int fsync(int file)
{
    return fails(file) ? -1 : NEXT(fsync)(file);
}

int fdatasync(int file)
{
    return fails(file) ? -1 : NEXT(fdatasync)(file);
}
