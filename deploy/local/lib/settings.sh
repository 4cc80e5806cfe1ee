# Where things are, which ports, which Java. Sourced by every command; everything can be overridden by the environment.

LOCAL="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
ROOT="$(cd "$LOCAL/../.." && pwd)"
STATE="${FACTEUR_STATE:-$LOCAL/state}"
[[ $STATE == /* ]] || STATE="$PWD/$STATE"

offset="${FACTEUR_PORT_OFFSET:-0}"
: "${FACTEUR_HTTPS_PORT:=$((8443 + offset))}"
: "${FACTEUR_HTTP_PORT:=$((8080 + offset))}"
: "${FACTEUR_USERS_PORT:=$((8081 + offset))}"
: "${FACTEUR_MESSAGING_PORT:=$((8082 + offset))}"
: "${FACTEUR_BILLING_PORT:=$((8083 + offset))}"
: "${FACTEUR_DLR_PORT:=$((8084 + offset))}"
: "${FACTEUR_SMPP_PORT:=$((2775 + offset))}"
: "${FACTEUR_SIMULATOR_PORT:=$((2780 + offset))}"
: "${FACTEUR_POSTGRESQL_PORT:=$((15432 + offset))}"
: "${FACTEUR_REDIS_PORT:=$((16379 + offset))}"
: "${FACTEUR_AMQP_PORT:=$((15672 + offset))}"

say() { printf '%s\n' "$*"; }
fail() {
  printf 'facteur: %s\n' "$*" >&2
  exit 1
}

# The major version of the Java in this home, from its release file; empty when there is none.
java_version() {
  [[ -x $1/bin/java && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# The newest Java is the fastest: JAVA_HOME when it is 21 or later, else the newest that is installed, else the PATH's.
choose_java() {
  local home version
  java_home="${JAVA_HOME:-}"
  java_major="$(java_version "${java_home:-/none}")"
  if ((${java_major:-0} < 21)); then
    for home in /usr/lib/jvm/*; do
      version="$(java_version "$home")"
      if ((${version:-0} >= 21 && ${version:-0} > ${java_major:-0})); then
        java_home="$home" java_major="$version"
      fi
    done
  fi
  if [[ -n $java_major ]]; then
    JAVA="$java_home/bin/java" KEYTOOL="$java_home/bin/keytool"
  else
    JAVA="$(command -v java)" || fail "there is no Java; install a JDK, 17 or later"
    KEYTOOL=keytool java_major=17
  fi
}

# One command at a time changes a stack. The processes that it starts must not inherit the lock: they close descriptor 9.
lock_state() {
  mkdir -p "$STATE"
  chmod 700 "$STATE"
  mkdir -p "$STATE/run" "$STATE/log" "$STATE/data"
  exec 9>"$STATE/lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    say "Waiting for another command on $STATE ..."
    flock 9
  fi
}
