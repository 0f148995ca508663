/** Accounts that left this computer in this page, whose databases late requests must not recreate. */
/** A recreated database, even empty, would name the account to the next person at this computer. */
const gone = new Set<string>();

export const markGone = (account: string): void => void gone.add(account);
export const markBack = (account: string): void => void gone.delete(account);
export const isGone = (account: string): boolean => gone.has(account);
