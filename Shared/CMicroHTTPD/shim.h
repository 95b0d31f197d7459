#pragma once
#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Opens the listening socket ourselves, so that a port in use is told apart from every other fault: MHD_start_daemon only answers NULL.
 * Returns the descriptor, or -1 with errno's value in `fault`, or -2 with getaddrinfo's. */
static inline int redress_http_listen(const char *address, const char *port, int *fault) {
    struct addrinfo hints;
    struct addrinfo *found = NULL;
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    *fault = getaddrinfo(address, port, &hints, &found);
    if (*fault != 0) return -2;
    int on = 1;
    int listener = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0
        || bind(listener, found->ai_addr, found->ai_addrlen) != 0 || listen(listener, SOMAXCONN) != 0) {
        *fault = errno;
        if (listener >= 0) close(listener);
        listener = -1;
    }
    freeaddrinfo(found);
    return listener;
}

/* The port a socket is bound to, in host order; 0 when it is bound to none. */
static inline uint16_t redress_http_port(int listener) {
    struct sockaddr_storage bound;
    socklen_t length = sizeof bound;
    if (getsockname(listener, (struct sockaddr *)&bound, &length) != 0) return 0;
    if (bound.ss_family == AF_INET6) return ntohs(((struct sockaddr_in6 *)&bound)->sin6_port);
    return ntohs(((struct sockaddr_in *)&bound)->sin_port);
}

/* MHD_start_daemon takes its options as variable arguments, which Swift cannot pass. The daemon owns the socket from here on. */
static inline struct MHD_Daemon *redress_http_start(
    int listener, unsigned int connections, unsigned int connections_per_address, size_t memory_per_connection,
    unsigned int timeout_seconds, MHD_AccessHandlerCallback answer, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback changed, void *context) {
    return MHD_start_daemon(
        MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, answer, context,
        MHD_OPTION_LISTEN_SOCKET, (MHD_socket)listener,
        MHD_OPTION_CONNECTION_LIMIT, connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, connections_per_address,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory_per_connection,
        MHD_OPTION_CONNECTION_TIMEOUT, timeout_seconds,
        MHD_OPTION_NOTIFY_COMPLETED, completed, context,
        MHD_OPTION_NOTIFY_CONNECTION, changed, context,
        MHD_OPTION_END);
}

/* The socket of a connection, which is the answer's only member that is asked for here; -1 when there is none. */
static inline int redress_http_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : (int)info->connect_fd;
}

/* Whether a connection has begun, and not ended. */
static inline int redress_http_has_begun(enum MHD_ConnectionNotificationCode change) {
    return change == MHD_CONNECTION_NOTIFY_STARTED;
}
