/** Where the notification service of the desktop is found on the session bus. */
export const NOTIFICATIONS = {
  name: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
} as const;
