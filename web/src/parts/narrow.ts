// Where tables become cards: the width of a phone.
export const narrow = '(max-width: 48em)'
