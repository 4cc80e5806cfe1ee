# The nine processes: for each its port, what shows that it is ours, what has to be built for it, how it runs, and how it
# says that it is ready.

STORES=(postgresql redis artemis simulator)
SERVICES=(users-service messaging-service billing-service dlr-service gateway)
PROCESSES=("${STORES[@]}" "${SERVICES[@]}")

port_of() {
  case $1 in
    postgresql) echo "$FACTEUR_POSTGRESQL_PORT" ;;
    redis) echo "$FACTEUR_REDIS_PORT" ;;
    artemis) echo "$FACTEUR_AMQP_PORT" ;;
    simulator) echo "$FACTEUR_SMPP_PORT" ;;
    users-service) echo "$FACTEUR_USERS_PORT" ;;
    messaging-service) echo "$FACTEUR_MESSAGING_PORT" ;;
    billing-service) echo "$FACTEUR_BILLING_PORT" ;;
    dlr-service) echo "$FACTEUR_DLR_PORT" ;;
    gateway) echo "$FACTEUR_HTTP_PORT" ;;
  esac
}

# Part of the command line that no process but this one has.
mark_of() {
  case $1 in
    postgresql) echo "bin/postgres -D $STATE/data/postgresql" ;;
    redis) echo "redis-server 127.0.0.1:$FACTEUR_REDIS_PORT" ;;
    *) echo "-Dfacteur.process=$1:$STATE " ;;
  esac
}

# The file that the build makes for it; none for what comes as a binary.
artifact_of() {
  case $1 in
    artemis) jar_of embedded ;;
    simulator) jar_of smsc-simulator ;;
    *-service | gateway) echo "$ROOT/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

jar_of() {
  local jars=("$ROOT/deploy/$1/target/facteur-"*.jar)
  echo "${jars[0]}"
}

is_ready() {
  case $1 in
    postgresql) [[ $(sed -n '1p;8p' "$STATE/data/postgresql/postmaster.pid" 2>/dev/null) == "$2"$'\n'ready* ]] ;;
    redis | artemis) accepts "$(port_of "$1")" ;;
    simulator) answers "http://127.0.0.1:$FACTEUR_SIMULATOR_PORT/stats" ;;
    *) answers "http://127.0.0.1:$(port_of "$1")/q/health/ready" ;;
  esac
}

accepts() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
answers() { curl --silent --fail --max-time 5 --output /dev/null --noproxy '*' "$1"; }

# Becomes the process: the caller has made a subshell for it.
become() {
  case $1 in
    postgresql) become_postgresql ;;
    redis) become_redis ;;
    artemis) become_artemis ;;
    simulator) become_simulator ;;
    gateway) become_gateway ;;
    *) become_service "$1" ;;
  esac
}

become_postgresql() {
  local command=("$STATE/bin/postgresql/bin/postgres" -D "$STATE/data/postgresql"
    -c "config_file=$ROOT/deploy/embedded/postgresql.conf" -p "$FACTEUR_POSTGRESQL_PORT")
  # PostgreSQL refuses to be root: then it is nobody, in a user namespace of its own, and its files stay ours.
  if [[ $(id -u) == 0 ]]; then
    command=(unshare --user "${command[@]}")
  fi
  exec "${command[@]}"
}

become_redis() {
  exec "$STATE/bin/redis/redis-server" - --bind 127.0.0.1 --port "$FACTEUR_REDIS_PORT" --save "" --appendonly no \
    --maxmemory 64mb --maxmemory-policy allkeys-lru --dir "$STATE/data" < <(printf 'requirepass %s\n' "$REDIS_PASSWORD")
}

become_artemis() {
  export_broker_login
  become_java artemis -Xmx160m -Dfacteur.broker.port="$FACTEUR_AMQP_PORT" -Dfacteur.broker.data="$STATE/data/artemis" \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "$(jar_of embedded)" io.facteur.embedded.broker.BrokerMain "$ROOT/deploy/broker/broker.xml"
}

become_simulator() {
  export FACTEUR_SMPP_PORT FACTEUR_SMPP_CONTROL_PORT="$FACTEUR_SIMULATOR_PORT"
  # Receipts that are still to be reported survive a kill, as a real operator's do.
  export FACTEUR_SMPP_STATE="$STATE/data/simulator"
  become_java simulator -Xmx256m -cp "$(jar_of smsc-simulator)" io.facteur.smsc.SmscSimulator
}

become_service() {
  local database="${1%-service}" password
  password="$(tr '[:lower:]' '[:upper:]' <<<"$database")_DATABASE_PASSWORD"
  export QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$FACTEUR_POSTGRESQL_PORT/$database"
  export QUARKUS_DATASOURCE_USERNAME="$database" QUARKUS_DATASOURCE_PASSWORD="${!password}"
  case $1 in
    users-service)
      export FACTEUR_SECRETS_KEY="$SECRETS_KEY"
      export FACTEUR_OPERATOR_APPLICATION_KEY="$OPERATOR_APPLICATION_KEY"
      export FACTEUR_OPERATOR_APPLICATION_SECRET="$OPERATOR_APPLICATION_SECRET"
      export FACTEUR_OPERATOR_CONSUMER_KEY="$OPERATOR_CONSUMER_KEY"
      ;;
    messaging-service) export FACTEUR_SENDERS_AUTO_VALIDATE=true ;;
  esac
  # URLs of customers may be on this machine here; the stack's own ports stay closed to them.
  export FACTEUR_GUARD_ALLOW=127.0.0.0/8,::1/128
  export FACTEUR_GUARD_DENIED_PORTS="$FACTEUR_HTTPS_PORT,$FACTEUR_HTTP_PORT,$FACTEUR_USERS_PORT,$FACTEUR_MESSAGING_PORT"
  FACTEUR_GUARD_DENIED_PORTS+=",$FACTEUR_BILLING_PORT,$FACTEUR_DLR_PORT,$FACTEUR_SMPP_PORT,$FACTEUR_SIMULATOR_PORT"
  FACTEUR_GUARD_DENIED_PORTS+=",$FACTEUR_POSTGRESQL_PORT,$FACTEUR_REDIS_PORT,$FACTEUR_AMQP_PORT"
  become_quarkus "$1" -Xmx192m
}

become_gateway() {
  export FACTEUR_INTERNAL_TOKEN_PRIVATE_KEY="$STATE/keys/internal-token-key.pem"
  export FACTEUR_INTERNAL_TOKEN_KEY_ID="$TOKEN_KEY_ID"
  export FACTEUR_SERVICES_USERS="http://127.0.0.1:$FACTEUR_USERS_PORT"
  export FACTEUR_SERVICES_MESSAGING="http://127.0.0.1:$FACTEUR_MESSAGING_PORT"
  export FACTEUR_SERVICES_BILLING="http://127.0.0.1:$FACTEUR_BILLING_PORT"
  export FACTEUR_SERVICES_DLR="http://127.0.0.1:$FACTEUR_DLR_PORT"
  export QUARKUS_REDIS_HOSTS="redis://127.0.0.1:$FACTEUR_REDIS_PORT" QUARKUS_REDIS_PASSWORD="$REDIS_PASSWORD"
  export QUARKUS_HTTP_SSL_PORT="$FACTEUR_HTTPS_PORT"
  export QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE="$STATE/tls/gateway.p12"
  export QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE_TYPE=PKCS12
  QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD="$(<"$STATE/tls/password")"
  export QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD
  become_quarkus gateway -Xmx160m -Dvertx.disableURIValidation=true
}

become_quarkus() {
  export_broker_login
  export AMQP_HOST=127.0.0.1 AMQP_PORT="$FACTEUR_AMQP_PORT"
  export QUARKUS_HTTP_PORT FACTEUR_INTERNAL_TOKEN_JWKS="$STATE/keys/internal-token-jwks.json"
  QUARKUS_HTTP_PORT="$(port_of "$1")"
  become_java "$@" -jar "$(artifact_of "$1")"
}

export_broker_login() { export AMQP_USERNAME=facteur AMQP_PASSWORD; }

# Nine processes share one machine: small heaps and one collector thread. FACTEUR_JAVA_OPTIONS comes after and wins.
become_java() {
  local name="$1" options=(-Xms48m -Xss512k -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError)
  shift
  ((java_major < 24)) || options+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  # glibc's arenas, two instead of eight per core.
  export MALLOC_ARENA_MAX=2
  # shellcheck disable=SC2086
  exec "$JAVA" "-Dfacteur.process=$name:$STATE" "${options[@]}" ${FACTEUR_JAVA_OPTIONS:-} "$@"
}
