/** Remembers accounts that left this computer, whose databases late requests must not recreate. */
/**
 * Accounts that left this computer. Recreating such an account's database, even empty, would reveal the account to the next
 * person here.
 */
const departedAccounts = new Set<string>();

export const markAccountDeparted = (account: string): void => void departedAccounts.add(account);
export const unmarkAccountDeparted = (account: string): void => void departedAccounts.delete(account);
export const hasAccountDeparted = (account: string): boolean => departedAccounts.has(account);
