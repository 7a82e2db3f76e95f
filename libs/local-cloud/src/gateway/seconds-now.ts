/** The time as AWS's JSON writes it: seconds since 1970, to the millisecond. */
export function secondsNow(): number {
  return Date.now() / 1000;
}
