# Starts, adopts and stops processes. The pid of each is in state/run/<name>.pid; a pid whose command line has not the mark
# of the process is somebody else's by now.

READY_SECONDS=180
STOP_SECONDS=20

pid_file() { echo "$STATE/run/$1.pid"; }
log_file() { echo "$STATE/log/$1.log"; }

# The pid of the running process, or nothing. Finds one whose pid was never written down, too.
pid_of() {
  local pid found
  pid="$(cat "$(pid_file "$1")" 2>/dev/null)"
  if [[ -n $pid && "$(ps -ww -o args= -p "$pid" 2>/dev/null) " == *"$(mark_of "$1")"* ]]; then
    echo "$pid"
    return
  fi
  found="$(ps -ww -eo pid=,args= | MARK="$(mark_of "$1")" awk 'index($0 " ", ENVIRON["MARK"]) { print $1; exit }')"
  if [[ -n $found && -d $STATE/run ]]; then
    write_pid "$1" "$found"
    echo "$found"
  fi
}

write_pid() {
  echo "$2" >"$(pid_file "$1").new"
  mv "$(pid_file "$1").new" "$(pid_file "$1")"
}

# Runs already, with what was built last.
is_current() {
  local artifact
  artifact="$(artifact_of "$1")"
  [[ -n $(pid_of "$1") && ! ($artifact -nt $(pid_file "$1")) ]]
}

start() {
  local name="$1" log
  is_current "$name" && return
  if [[ -n $(pid_of "$name") ]]; then
    say "  $name was built anew: restarting it"
    stop "$name"
  fi
  if accepts "$(port_of "$name")"; then
    fail "port $(port_of "$name"), for $name, is in use; stop who uses it, or set FACTEUR_PORT_OFFSET"
  fi
  [[ $name != postgresql ]] || forget_stale_lock
  log="$(log_file "$name")"
  keep_log_small "$log"
  started+=("$name")
  launch "$name" "$log"
}

launch() {
  # Its own process group: Ctrl-C on this terminal is not meant for it.
  set -m
  (become "$1") </dev/null >>"$2" 2>&1 9>&- &
  write_pid "$1" "$!"
  set +m
}

# After a crash PostgreSQL's lock file may name a pid that is somebody else's today, which it would take for itself.
forget_stale_lock() {
  local lock="$STATE/data/postgresql/postmaster.pid"
  if [[ -e $lock ]] && kill -0 "$(head -1 "$lock")" 2>/dev/null; then
    rm -f "$lock"
  fi
}

keep_log_small() {
  if [[ -e $1 && $(wc -c <"$1") -gt 20000000 ]]; then
    mv "$1" "$1.old"
  fi
}

# Waits until all of these are ready; says so for those that this run has started.
await_ready() {
  local limit=$((SECONDS + READY_SECONDS)) waiting=("$@") name still pid
  while ((${#waiting[@]})); do
    still=()
    for name in "${waiting[@]}"; do
      pid="$(pid_of "$name")"
      if [[ -z $pid ]]; then
        try_again "$name"
        still+=("$name")
      elif is_ready "$name" "$pid"; then
        ! is_started "$name" || say "  $name is ready (${SECONDS}s)"
      else
        still+=("$name")
      fi
    done
    waiting=("${still[@]}")
    ((${#waiting[@]} == 0)) || sleep 0.2
    ((SECONDS < limit)) || fail "not ready after $READY_SECONDS s: ${waiting[*]}; see $STATE/log"
  done
}

is_started() { [[ " ${started[*]} " == *" $1 "* ]]; }

# PostgreSQL cannot start while sessions of a crashed predecessor are ending. Nothing else gets a second try.
try_again() {
  if [[ $1 == postgresql ]] && ((retries++ < 10)); then
    sleep 0.5
    launch "$1" "$(log_file "$1")"
    return
  fi
  tail -n 25 "$(log_file "$1")" >&2
  fail "$1 ended before it was ready; its log is $(log_file "$1")"
}

# SIGTERM and, when that has not helped in time, SIGKILL. To PostgreSQL SIGTERM means to wait for its clients: SIGINT.
stop() {
  local name pid stopping=()
  for name in "$@"; do
    pid="$(pid_of "$name")"
    [[ -n $pid ]] || continue
    if [[ $name == postgresql ]]; then kill -INT "$pid"; else kill -TERM "$pid"; fi 2>/dev/null
    stopping+=("$name:$pid")
  done
  local limit=$((SECONDS + STOP_SECONDS))
  for name in "${stopping[@]}"; do
    pid="${name#*:}" name="${name%:*}"
    await_end "$pid" "$limit" || {
      say "  $name did not stop within $STOP_SECONDS s: killing it"
      kill -KILL "$pid" 2>/dev/null
      await_end "$pid" $((SECONDS + 10))
    }
    say "  $name stopped"
  done
  for name in "$@"; do rm -f "$(pid_file "$name")"; done
}

await_end() {
  while kill -0 "$1" 2>/dev/null; do
    ((SECONDS < $2)) || return 1
    sleep 0.1
  done
}
