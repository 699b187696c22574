/* Lets a program find its disk full for as long as a file is there.
 *
 * Loaded before the C library (LD_PRELOAD). FULL_FOLDER names the folder whose files cannot be
 * written then, FULL_WHILE the file. What is there can be read, cut and removed, as on a full disk.
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

static int is_full(int file)
{
    char link[64], path[PATH_MAX];
    const char *folder = getenv("FULL_FOLDER"), *while_there = getenv("FULL_WHILE");
    ssize_t named;

    if (folder == NULL || while_there == NULL || access(while_there, F_OK) != 0)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    named = readlink(link, path, sizeof path - 1);
    if (named < 0)
        return 0;
    path[named] = '\0';
    if (strncmp(path, folder, strlen(folder)) != 0)
        return 0;
    errno = ENOSPC;
    return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset)
{
    return is_full(file) ? -1 : NEXT(pwrite64)(file, data, length, offset);
}

ssize_t write(int file, const void *data, size_t length)
{
    return is_full(file) ? -1 : NEXT(write)(file, data, length);
}
