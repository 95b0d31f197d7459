#pragma once
#include "CommandLineSupport.h"
#include <malloc.h>
#include <poll.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <unistd.h>

/// `pipe2` with O_CLOEXEC, which the C library shows only to GNU programs.
int csystem_pipe(int ends[2]);

/// Lets all threads share two heaps: one for each would hold several times the memory that is in use.
static inline void csystem_share_heaps(void) { mallopt(M_ARENA_MAX, 2); }

/// Has a spawned program start in a directory of its own; for GNU programs only as well.
int csystem_spawn_in_directory(posix_spawn_file_actions_t *actions, const char *path);

/// Has a spawned program start without the descriptors from this one on; for GNU programs only as well.
int csystem_spawn_closing_from(posix_spawn_file_actions_t *actions, int descriptor);
