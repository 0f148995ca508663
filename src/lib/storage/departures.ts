/** Accounts that left this computer in this page, whose databases late requests must not recreate. */
/** A recreated database, even empty, would name the account to the next person at this computer. */
const departedAccounts = new Set<string>();

export const markDeparted = (account: string): void => void departedAccounts.add(account);
export const unmarkDeparted = (account: string): void => void departedAccounts.delete(account);
export const hasDeparted = (account: string): boolean => departedAccounts.has(account);
