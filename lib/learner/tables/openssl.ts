import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * What openssl only shows. Its other commands make, read or convert keys.
 *
 * Source: openssl(1) of OpenSSL 3 and its pages per command.
 */
export const openssl: ToolFacts = {
  ...looks("shows how it is used"),
  help: "-help --help",
  subcommands: {
    version: looks("prints a version", "-a -v -b -d -e -f -m -o -p -r -c"),
    help: looks("shows how it is used", "", "word"),
    list: {
      ...looks(
        "lists what it can do",
        "-commands -standard-commands -digest-commands -digest-algorithms -cipher-commands -cipher-algorithms -mac-algorithms -random-instances -random-generators -kdf-algorithms -encoders -decoders -public-key-algorithms -public-key-methods -key-managers -key-exchange-algorithms -kem-algorithms -signature-algorithms -asymcipher-algorithms -store-loaders -providers -disabled -objects -verbose -1 -select: -options:word",
      ),
      singleDash: true,
    },
    ciphers: {
      ...looks(
        "lists what it can do",
        "-v -V -s -tls1 -tls1_1 -tls1_2 -tls1_3 -stdname -psk -srp",
        "text",
      ),
      singleDash: true,
    },
    x509: {
      tier: "project",
      does: "prints a certificate",
      once: true,
      flags:
        "-noout -text -subject -issuer -dates -startdate -enddate -serial -fingerprint -sha1 -sha256 -sha384 -sha512 -md5 -pubkey -modulus -purpose -email -hash -subject_hash -issuer_hash -subject_hash_old -issuer_hash_old -ocsp_uri -ocspid -alias -ext: -nameopt: -certopt: -dateopt:word -inform:word -checkend:number -checkhost:word -checkip:word -checkemail: -in:read",
      singleDash: true,
      modes: [{ with: "-noout", tier: "read", does: "looks at a certificate" }],
    },
    crl: {
      ...looks(
        "prints a list of revoked certificates",
        "-noout -text -issuer -lastupdate -nextupdate -hash -fingerprint -crlnumber -inform:word -nameopt: -in:read",
      ),
      once: true,
      singleDash: true,
    },
    req: {
      ...looks(
        "prints a request for a certificate",
        "-noout -text -subject -pubkey -modulus -verify -inform:word -nameopt: -in:read",
      ),
      once: true,
      singleDash: true,
    },
    rand: {
      ...looks("prints random bytes", "-hex -base64", "number"),
      once: true,
      singleDash: true,
    },
    dgst: {
      ...looks(
        "prints checksums",
        "-md5 -sha1 -sha224 -sha256 -sha384 -sha512 -sha512-256 -sha3-256 -sha3-512 -blake2b512 -blake2s256 -hex -r -c -binary",
        "read*",
      ),
      once: true,
      singleDash: true,
    },
  },
  otherwise: { tier: "critical", does: "handles keys or passwords" },
};
