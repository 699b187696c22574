/* Records with which rights a program makes files and folders in one folder.
 *
 * Loaded before the C library (LD_PRELOAD). MADE_FOLDER names the folder, MADE_LOG the log: a line
 * for each, with the rights that are asked for when it is made, in octal, and the path.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void record(const char *path, mode_t mode)
{
    const char *folder = getenv("MADE_FOLDER");
    char line[5000];
    int log;

    if (folder == NULL || strncmp(path, folder, strlen(folder)) != 0)
        return;
    if (syscall(SYS_access, path, F_OK) == 0)
        return;
    snprintf(line, sizeof line, "%o %s\n", mode & 07777, path);
    log = syscall(SYS_open, getenv("MADE_LOG"), O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (syscall(SYS_write, log, line, strlen(line)) < 0)
        abort();
    syscall(SYS_close, log);
}

#define MODE                                                                                       \
    va_list more;                                                                                  \
    mode_t mode;                                                                                   \
    va_start(more, flags);                                                                         \
    mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, mode_t) : 0;                             \
    va_end(more);                                                                                  \
    if (flags & O_CREAT)                                                                           \
        record(path, mode);

int open(const char *path, int flags, ...)
{
    MODE
    return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE
    return NEXT(open64)(path, flags, mode);
}

int openat(int at, const char *path, int flags, ...)
{
    MODE
    return NEXT(openat)(at, path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...)
{
    MODE
    return NEXT(openat64)(at, path, flags, mode);
}

int mkdir(const char *path, mode_t mode)
{
    record(path, mode);
    return NEXT(mkdir)(path, mode);
}
