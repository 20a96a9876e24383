// Build setting: with which key the maker signs licences (PROF-4). Whoever builds S-Connect under their own name puts their own
// public key here; the private key is never part of this tree.

/** Ed25519, SubjectPublicKeyInfo (DER) in base64: `openssl pkey -in maker.pem -pubout -outform DER | base64`. */
export const makerPublicKey = 'MCowBQYDK2VwAyEA3Yyg2iPl1nCS0UDRNfoYv325qpzCQVQoYc7eiPTg3ZM='
