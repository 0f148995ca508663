/** The end of an assignment's address with which the page opens the teacher's review. */

export const REVIEW_ADDRESS_FRAGMENT = '#review';
