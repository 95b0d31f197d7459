#pragma once
#include "CommandLineSupport.h"
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>
