/** This computer, or a name or an address that exists only in the network that it is in. */
export const isNear = (hostname: string): boolean =>
  /^[^.[]+$/.test(hostname) ||
  /\.(localhost|internal|local)$/.test(hostname) ||
  /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/.test(hostname) ||
  /^\[(::1|f[cd]..:.*|fe80:.*)\]$/.test(hostname);
