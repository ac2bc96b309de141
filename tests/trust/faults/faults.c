/* Makes one call that changes a file under a folder go wrong: loaded before the C library's own functions (LD_PRELOAD).

   fault_arm(kind, at, folder): from now on count such calls under the folder, and let the `at`th go wrong; 0: only count.
   fault_count(): how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, FULL, HALF_THEN_FULL, FAILS_ONCE, FAILS_ON, KILLED_BEFORE, KILLED_HALF, KILLED_AFTER };

static int kind = NONE;
static long at = 0, count = 0;
static char folder[1024] = "";

void fault_arm(int new_kind, long new_at, const char *new_folder) {
    kind = new_kind;
    at = new_at;
    count = 0;
    strncpy(folder, new_folder, sizeof folder - 1);
}

long fault_count(void) { return count; }

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static int under(const char *path) { return folder[0] && path && strstr(path, folder) == path; }

static int watched(int fd) {
    char link[64], path[1024];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return under(path);
}

/* Whether this call goes wrong, and how; a disk that is full or fails stays so. `writes`: it needs space. */
static int goes_wrong(int writes) {
    count++;
    if (kind == NONE || !at || count < at) return NONE;
    if (kind == FULL || kind == HALF_THEN_FULL) return writes ? (count == at ? kind : FULL) : NONE;
    if (kind == FAILS_ON) return kind;
    return count == at ? kind : NONE;
}

static int refuse(int how) {
    errno = how == FAILS_ONCE || how == FAILS_ON ? EIO : ENOSPC;
    return -1;
}

#define WRITING(call, half)                                              \
    int how = watched(fd) ? goes_wrong(1) : NONE;                        \
    if (how == KILLED_BEFORE) die();                                     \
    if (how == KILLED_HALF) { (void)!(half); die(); }                    \
    if (how == HALF_THEN_FULL && size > 1) return half;                  \
    if (how == KILLED_AFTER) { (void)!(call); die(); }                   \
    if (how != NONE) return refuse(how);                                 \
    return call;

#define CHANGING(is_watched, writes, call)                               \
    int how = (is_watched) ? goes_wrong(writes) : NONE;                  \
    if (how == KILLED_BEFORE || how == KILLED_HALF) die();               \
    if (how == KILLED_AFTER) { (void)!(call); die(); }                   \
    if (how != NONE) return refuse(how);                                 \
    return call;

typedef ssize_t (*writer)(int, const void *, size_t);
typedef ssize_t (*placed_writer)(int, const void *, size_t, off_t);
typedef ssize_t (*sender)(int, int, off_t *, size_t);
typedef int (*on_file)(int);
typedef int (*cutter)(int, off_t);
typedef int (*on_path)(const char *);
typedef int (*mover)(const char *, const char *);
typedef int (*linker)(int, const char *, int, const char *, int);
typedef int (*maker)(const char *, mode_t);
typedef int (*opener)(const char *, int, ...);

ssize_t write(int fd, const void *data, size_t size) {
    static writer f;
    if (!f) f = (writer)real("write");
    WRITING(f(fd, data, size), f(fd, data, size / 2))
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t place) {
    static placed_writer f;
    if (!f) f = (placed_writer)real("pwrite");
    WRITING(f(fd, data, size, place), f(fd, data, size / 2, place))
}

ssize_t pwrite64(int fd, const void *data, size_t size, off_t place) {
    static placed_writer f;
    if (!f) f = (placed_writer)real("pwrite64");
    WRITING(f(fd, data, size, place), f(fd, data, size / 2, place))
}

ssize_t sendfile(int fd, int from, off_t *place, size_t size) {
    static sender f;
    if (!f) f = (sender)real("sendfile");
    WRITING(f(fd, from, place, size), f(fd, from, place, size / 2))
}

ssize_t sendfile64(int fd, int from, off_t *place, size_t size) {
    static sender f;
    if (!f) f = (sender)real("sendfile64");
    WRITING(f(fd, from, place, size), f(fd, from, place, size / 2))
}

int fsync(int fd) {
    static on_file f;
    if (!f) f = (on_file)real("fsync");
    CHANGING(watched(fd), 0, f(fd))
}

int fdatasync(int fd) {
    static on_file f;
    if (!f) f = (on_file)real("fdatasync");
    CHANGING(watched(fd), 0, f(fd))
}

int ftruncate(int fd, off_t size) {
    static cutter f;
    if (!f) f = (cutter)real("ftruncate");
    CHANGING(watched(fd), 1, f(fd, size))
}

int ftruncate64(int fd, off_t size) {
    static cutter f;
    if (!f) f = (cutter)real("ftruncate64");
    CHANGING(watched(fd), 1, f(fd, size))
}

int rename(const char *from, const char *to) {
    static mover f;
    if (!f) f = (mover)real("rename");
    /* In the place of what is there a full disk puts another. */
    CHANGING(under(to), access(to, F_OK) != 0, f(from, to))
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    static linker f;
    if (!f) f = (linker)real("linkat");
    CHANGING(watched(to_folder), 1, f(from_folder, from, to_folder, to, flags))
}

int link(const char *from, const char *to) {
    static mover f;
    if (!f) f = (mover)real("link");
    CHANGING(under(to), 1, f(from, to))
}

int unlink(const char *path) {
    static on_path f;
    if (!f) f = (on_path)real("unlink");
    CHANGING(under(path), 0, f(path))
}

int mkdir(const char *path, mode_t mode) {
    static maker f;
    if (!f) f = (maker)real("mkdir");
    CHANGING(under(path), 1, f(path, mode))
}

#define OPENING(name)                                                    \
    static opener f;                                                     \
    if (!f) f = (opener)real(name);                                      \
    mode_t mode = 0;                                                     \
    int creates = (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE; \
    if (creates) {                                                       \
        va_list more;                                                    \
        va_start(more, flags);                                           \
        mode = va_arg(more, mode_t);                                     \
        va_end(more);                                                    \
    }                                                                    \
    /* A full disk opens what is there already; only a new name needs space. */ \
    CHANGING(creates && under(path), access(path, F_OK) != 0, f(path, flags, mode))

int open(const char *path, int flags, ...) { OPENING("open") }

int open64(const char *path, int flags, ...) { OPENING("open64") }
