/**
 * Who has left this computer by this page. What was still under way for them (a fetch that ends late, a sender's last round) may not make
 * a database of theirs anew: it would name them to whoever sits here next.
 */
const gone = new Set<string>();

export const markGone = (account: string): void => void gone.add(account);
export const markBack = (account: string): void => void gone.delete(account);
export const isGone = (account: string): boolean => gone.has(account);
