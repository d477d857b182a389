/** Where the focus goes when a button is pressed: what appears on leaving a field would move the button away. */
export const isButton = (target: EventTarget | null): boolean => target instanceof HTMLButtonElement;
