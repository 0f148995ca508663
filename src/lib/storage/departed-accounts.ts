/** Remembers accounts that left in this page, whose databases late requests must not recreate. */
/**
 * Accounts that left this computer. A recreated database of theirs, even empty, would show the account to the next person at this computer.
 */
const departedAccounts = new Set<string>();

export const markAccountDeparted = (account: string): void => void departedAccounts.add(account);
export const unmarkAccountDeparted = (account: string): void => void departedAccounts.delete(account);
export const hasAccountDeparted = (account: string): boolean => departedAccounts.has(account);
