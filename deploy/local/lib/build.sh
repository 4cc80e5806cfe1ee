# Builds when a jar is missing or older than its sources. FACTEUR_BUILD=never leaves that to the caller.

# Folder and what is built from it; chassis is part of every service.
BUILT=(
  "deploy/embedded $ROOT/deploy/embedded/target/facteur-embedded-*.jar"
  "deploy/smsc-simulator $ROOT/deploy/smsc-simulator/target/facteur-smsc-simulator-*.jar"
  "deploy/local $ROOT/deploy/local/target/facteur-local-*.jar"
  "chassis $ROOT/chassis/target/facteur-chassis-*.jar"
  "users-service $ROOT/users-service/target/quarkus-app/quarkus-run.jar"
  "messaging-service $ROOT/messaging-service/target/quarkus-app/quarkus-run.jar"
  "billing-service $ROOT/billing-service/target/quarkus-app/quarkus-run.jar"
  "dlr-service $ROOT/dlr-service/target/quarkus-app/quarkus-run.jar"
  "gateway $ROOT/gateway/target/quarkus-app/quarkus-run.jar"
)

# A build leaves jars alone that would not change: this tells when the last one was.
STAMP="$LOCAL/target/built"

build_if_needed() {
  local reason
  reason="$(why_build)"
  [[ -n $reason ]] || return 0
  [[ ${FACTEUR_BUILD:-} != never ]] || fail "$reason, and FACTEUR_BUILD=never forbids to build"
  say "Building: $reason. The first time this downloads some 450 MB and takes minutes."
  build
}

# Why a build is needed; nothing when all is up to date.
why_build() {
  local entry folder jars newer
  for entry in "${BUILT[@]}"; do
    folder="${entry%% *}"
    # shellcheck disable=SC2206
    jars=(${entry#* })
    if [[ ! -e ${jars[0]} ]]; then
      echo "$folder is not built"
      return
    fi
    [[ ${FACTEUR_BUILD:-} != never ]] || continue
    newer="$(newer_source "$folder" "${jars[0]}")"
    if [[ -n $newer ]]; then
      echo "${newer#"$ROOT"/} has changed"
      return
    fi
  done
}

newer_source() {
  local after=(-newer "$2")
  [[ ! -e $STAMP ]] || after+=(-newer "$STAMP")
  find "$ROOT/pom.xml" "$ROOT/$1/pom.xml" "$ROOT/$1/src/main" -type f "${after[@]}" -print -quit 2>/dev/null
}

build() {
  local log="$STATE/log/build.log" maven shown=0 began=$SECONDS
  touch "$STATE/build-began"
  (cd "$ROOT" && exec ./mvnw -B -DskipTests package) >"$log" 2>&1 </dev/null 9>&- &
  maven=$!
  # shellcheck disable=SC2064
  trap "kill $maven 2>/dev/null; exit 130" INT TERM
  while kill -0 "$maven" 2>/dev/null; do
    sleep 1
    shown="$(show_progress "$log" "$shown" $((SECONDS - began)))"
  done
  trap - INT TERM
  if ! wait "$maven"; then
    grep -E '^\[ERROR\]' "$log" | head -20 >&2
    fail "the build failed; its log is $log"
  fi
  mkdir -p "$LOCAL/target"
  mv "$STATE/build-began" "$STAMP"
  say "  built in $((SECONDS - began)) s"
}

# Shows which modules Maven has come to since the last call, and every 15 s that downloads go on; prints the new count.
show_progress() {
  local log="$1" shown="$2" elapsed="$3" now
  now="$(grep -c '^\[INFO\] Building Facteur' "$log")"
  if ((now > shown)); then
    grep '^\[INFO\] Building Facteur' "$log" | tail -n +$((shown + 1)) | sed 's/^\[INFO\] Building /  /; s/ [^ ]*-SNAPSHOT//' >&2
  elif ((elapsed % 15 == 0)); then
    say "  ... $elapsed s, $(grep -c 'Downloaded from' "$log") files downloaded" >&2
  fi
  echo "$now"
}
