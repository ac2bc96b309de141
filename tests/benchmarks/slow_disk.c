/* Makes each sync wait, as on a disk that is slow: loaded before the C library's own functions (LD_PRELOAD).

   slow_disk_held(): how many syncs the first thread, which paints the window, waited for. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static long held = 0;

long slow_disk_held(void) { return held; }

static int slow(const char *name, int fd) {
    if (syscall(SYS_gettid) == getpid()) held++;
    const char *said = getenv("SLOW_DISK_MS");
    if (said) usleep((useconds_t)(atof(said) * 1000));
    return ((int (*)(int))dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return slow("fsync", fd); }
int fdatasync(int fd) { return slow("fdatasync", fd); }
