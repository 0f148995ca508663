import type { HandleServerError } from '@sveltejs/kit';

/** Only what went wrong on our side is written down: an address that is not there is not news, and says where someone went. */
export const errors: HandleServerError = ({ error, status, message }) => {
	if (status >= 500) console.error(error);
	return { message };
};
