/** Characters; the service insists on it. */
export const passwordMinimum = 10
