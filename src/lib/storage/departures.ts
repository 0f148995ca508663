/** Remembers accounts that left in this page, whose databases late requests must not recreate. */
/**
 * Accounts that left this computer. A recreated database of theirs, even empty, would show the account to the next person at this computer.
 */
const departedAccounts = new Set<string>();

export const markDeparted = (account: string): void => void departedAccounts.add(account);
export const unmarkDeparted = (account: string): void => void departedAccounts.delete(account);
export const hasDeparted = (account: string): boolean => departedAccounts.has(account);
