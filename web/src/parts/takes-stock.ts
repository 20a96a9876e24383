import type { ProfileView } from '../api/types.ts'

/** Whether the profile's shop can be told its stock. */
export const takesStock = ({ tasks }: ProfileView): boolean => tasks.some(({ task }) => task === 'exportStock')
