#pragma once
#include <getopt.h>
#include <stddef.h>
#include <sys/ioctl.h>

/* getopt keeps its state in globals, which Swift 6 refuses to touch: these lines are the way to them. They are not thread-safe; the caller
 * holds a lock from the reset to the last look. */

/* Starts a new scan (glibc: optind 0 forgets everything of the last one) that prints nothing by itself. */
static inline void redress_getopt_reset(void) {
    optind = 0;
    opterr = 0;
    optopt = 0;
    optarg = NULL;
}

static inline int redress_getopt_index(void) { return optind; }

/* The option character or `val` that getopt_long answered '?' or ':' for; 0 for an unknown long option. */
static inline int redress_getopt_refused(void) { return optopt; }

static inline const char *redress_getopt_argument(void) { return optarg; }

/* The width of the terminal behind a descriptor, in columns; 0 when there is none or it does not know. */
static inline int redress_terminal_width(int descriptor) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}
