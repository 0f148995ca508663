/** For whom this page was made: whoever was signed in when it was. Set once by the page's frame, before anything opens a storage. */
let person: string | null = null;

export function personOfPage(): string | null {
	return person;
}

export function setPersonOfPage(account: string | null): void {
	person = account;
}
