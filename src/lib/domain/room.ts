/** From so much of a hundred on, people are told that the room for their works on the server is running out. */
export const NEARLY_FULL = 80;
