import { plural } from '../plural';

const items = (n: number, shown: string): string =>
  plural('en', n, { one: 'this item', other: `${shown} items` });

/** Putting items off, and pausing alerts: until when. */
export const later = {
  minutes: (n: number): string => (n < 60 ? `${n} minutes` : n === 60 ? '1 hour' : `${n / 60} hours`),
  morning: (time: string, tomorrow: boolean): string =>
    tomorrow ? `Until tomorrow, ${time}` : `Until ${time}`,
  other: 'Another time…',
  day: 'Day',
  today: 'Today',
  tomorrow: 'Tomorrow',
  time: 'Time',
  noTime: 'This needs a time of day, such as 9:30.',
  over: (time: string): string => `It is ${time} already. Choose a later time, or another day.`,
  cancel: 'Cancel',
  snooze: {
    act: 'Snooze…',
    title: (n: number, shown: string): string => `Snooze ${items(n, shown)}`,
    about: (n: number): string =>
      plural('en', n, {
        one: 'It leaves the inbox and comes back with one alert. The server still has it unseen.',
        other: 'They leave the inbox and come back with an alert. The server still has them unseen.',
      }),
    timeHint: 'Any time in the next 7 days, such as 9:30.',
    tooFar: (day: string, time: string): string =>
      `That is more than 7 days away. The latest is ${day}, ${time}.`,
    save: 'Snooze',
    back: 'Bring back now',
    until: (time: string): string => `Snoozed until ${time}`,
    done: (n: number, shown: string, time: string): string =>
      plural('en', n, { one: `Snoozed until ${time}`, other: `${shown} snoozed until ${time}` }),
    isBack: (n: number, shown: string): string =>
      plural('en', n, { one: 'Back in the inbox.', other: `${shown} are back in the inbox.` }),
    mark: (time: string): string => `until ${time}`,
    markHint: 'Snoozed by you. It comes back then with one alert.',
    rest: (n: number, shown: string, time: string): string =>
      plural('en', n, {
        one: `1 is snoozed until ${time}.`,
        other: `${shown} are snoozed, the first until ${time}.`,
      }),
    show: 'Show what is snoozed',
    none: 'Nothing is snoozed',
    noneNote: 'What you snooze waits here until its time.',
    count: (n: number, shown: string): string =>
      plural('en', n, { one: '1 snoozed', other: `${shown} snoozed` }),
  },
  pause: {
    other: 'Pause alerts until another time…',
    title: 'Pause alerts',
    about: 'Watching goes on. What would have been an alert is held and told in one summary at the end.',
    timeHint: 'Any time in the next 12 hours, such as 9:30.',
    tooFar: (time: string): string => `That is more than 12 hours away. The latest is ${time}.`,
    save: 'Pause',
  },
};
