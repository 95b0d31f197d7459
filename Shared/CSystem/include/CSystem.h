#pragma once
#include <getopt.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
