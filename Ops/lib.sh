# Sourced by the scripts beside it: where the tree lies, how to speak, what is missing. It sets strict mode and PATH.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
tools="$root/.build/tools"
venv="$root/.build/venv"
# The Python of the tests knows confluent-kafka and cloudevents; promtool may lie in .build/tools.
export PATH="$venv/bin:$tools/bin:$PATH"

# Says one line for the person in front of the screen.
say() { printf '%s\n' "$*" >&2; }

# Says why the script ends, and ends it with the given exit code.
give_up() {
    local code="$1"
    shift
    say "$(basename "$0"): $*"
    exit "$code"
}

has_command() { command -v "$1" >/dev/null 2>&1; }

# The comment at the top of a script is its help.
print_help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }

# Keeps a command's output in a log and shows its end only if the command fails.
quietly() {
    local log="$1"
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || {
        local code=$?
        tail -n 20 "$log" >&2
        return "$code"
    }
}

# Builds the release like the image's: with Swift's own library inside, which spares each program some ten megabytes of memory. All scripts
# build alike and in a folder of their own: else each `swift build -c release` by hand, which has other options (even the colours of a
# terminal are some), would have everything rebuilt, and so would the next script. It is the tree's that the script stands in.
release_folder=.build/scripts
build_release() { swift build -c release --scratch-path "$release_folder" --static-swift-stdlib --no-color-diagnostics "$@"; }
release_programs="$root/$release_folder/release"

# Builds only the given programs; a program is named like its product.
build_programs() {
    local product
    for product in "$@"; do build_release --quiet --product "$product" || return; done
}

# Builds the release of a commit in a worktree of its own, unless it is there already, and prints the worktree's folder.
previous_release() {
    local commit previous product
    commit="$(git -C "$root" rev-parse --verify --quiet "$1^{commit}")" || give_up 64 "there is no commit $1"
    previous="$root/.build/previous/$commit"
    git -C "$root" worktree prune
    [ -d "$previous" ] || git -C "$root" worktree add --quiet --detach "$previous" "$commit" >&2
    say "building $1 in $previous"
    for product in "${product_programs[@]}"; do
        (cd "$previous" && quietly "$previous/.build/$product.log" build_release --product "$product") || give_up 1 "$1 does not build"
    done
    printf '%s\n' "$previous"
}

# The services, in the order a complaint meets them; a house rule holds them to ServiceName.
services=(intake dispatch sla-monitor compensation notification)
product_programs=(redress "${services[@]/#/redress-}")
