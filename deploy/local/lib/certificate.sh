# An own certificate authority, and with it the gateway's certificate for localhost.

make_certificate() (
  [[ ! -d $STATE/tls ]] || exit 0
  umask 077
  new="$STATE/tls.new"
  rm -rf "$new"
  mkdir "$new"
  cd "$new" || exit 1
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >password
  {
    keys ca.p12 -genkeypair -alias ca -dname "CN=Facteur local CA" -keyalg EC -groupname secp256r1 -validity 3650 \
      -ext bc:critical=ca:true,pathlen:0 -ext ku:critical=keyCertSign,cRLSign &&
      keys ca.p12 -exportcert -alias ca -rfc -file ca.pem &&
      keys gateway.p12 -genkeypair -alias gateway -dname "CN=localhost" -keyalg EC -groupname secp256r1 &&
      keys gateway.p12 -certreq -alias gateway -file gateway.csr &&
      keys ca.p12 -gencert -alias ca -infile gateway.csr -outfile gateway.pem -rfc -validity 825 \
        -ext san=dns:localhost,ip:127.0.0.1 -ext eku=serverAuth &&
      cat gateway.pem ca.pem >chain.pem &&
      keys gateway.p12 -importcert -alias gateway -file chain.pem -noprompt
  } >keytool.log 2>&1 || {
    cat keytool.log >&2
    exit 1
  }
  rm -f gateway.csr gateway.pem chain.pem keytool.log
  mv "$new" "$STATE/tls"
)

keys() {
  local store="$1"
  shift
  "$KEYTOOL" -J-XX:TieredStopAtLevel=1 "$@" -keystore "$store" -storetype PKCS12 -storepass:file password
}
