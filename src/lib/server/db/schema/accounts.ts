/** People and how they come in. Of a student there is a pseudonym in a membership and a hash of a passphrase; no name, no address. */
import { boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { ROLES } from '../../../domain/access.ts';
import { LANGUAGES } from '../../../domain/challenge.ts';

/** Timestamps are with their zone, to the millisecond, as JavaScript has them. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A person. `name` is what an adult goes by; a student's is empty: pseudonyms belong to memberships. */
export const account = pgTable('account', {
	id: text('id').primaryKey(),
	role: text('role', { enum: ROLES }).notNull(),
	name: text('name').notNull(),
	/** An adult's. For a student an address that leads nowhere: the library wants one. */
	email: text('email').notNull().unique(),
	emailVerified: boolean('email_verified').notNull().default(false),
	image: text('image'),
	language: text('language', { enum: LANGUAGES }),
	createdAt: moment('created_at').notNull().defaultNow(),
	updatedAt: moment('updated_at').notNull().defaultNow(),
	/** What an applicant tells the curator; emptied when one decided. */
	application: text('application').notNull().default(''),
	/** Of a student without a class: when the account goes. */
	endsAt: moment('ends_at'),
	/** When the account goes because its owner asked for it; null: nobody asked, or they took it back. */
	deletionAt: moment('deletion_at')
});

/** A browser that is signed in. Absent, and must stay so: its address and its name. */
export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		token: text('token').notNull().unique(),
		accountId: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull().defaultNow(),
		updatedAt: moment('updated_at').notNull().defaultNow()
	},
	(table) => [index('session_account').on(table.accountId)]
);

/** A way to prove who one is: the hash of a password or passphrase, or an account of an OpenID provider. */
export const credential = pgTable(
	'credential',
	{
		id: text('id').primaryKey(),
		/** Not called accountId: to the library that is `subject`, and it mixes the two up. */
		holder: text('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		providerId: text('provider_id').notNull(),
		/** The person's id at the provider. */
		subject: text('subject').notNull(),
		password: text('password'),
		accessToken: text('access_token'),
		refreshToken: text('refresh_token'),
		idToken: text('id_token'),
		accessTokenExpiresAt: moment('access_token_expires_at'),
		refreshTokenExpiresAt: moment('refresh_token_expires_at'),
		scope: text('scope'),
		createdAt: moment('created_at').notNull().defaultNow(),
		updatedAt: moment('updated_at').notNull().defaultNow()
	},
	(table) => [index('credential_account').on(table.holder)]
);

/** One-time values: reset links, an OpenID login under way. */
export const verification = pgTable(
	'verification',
	{
		id: text('id').primaryKey(),
		identifier: text('identifier').notNull(),
		value: text('value').notNull(),
		expiresAt: moment('expires_at').notNull(),
		createdAt: moment('created_at').notNull().defaultNow(),
		updatedAt: moment('updated_at').notNull().defaultNow()
	},
	(table) => [index('verification_identifier').on(table.identifier)]
);

/** A one-time link: to become a teacher, partner or curator, to set a password again, or to teach a class with someone. */
export const invitation = pgTable('invitation', {
	id: text('id').primaryKey(),
	/** SHA-256 of what the link holds: whoever reads the database cannot use it. */
	tokenHash: text('token_hash').notNull().unique(),
	purpose: text('purpose', { enum: ['role', 'reset', 'teach'] }).notNull(),
	role: text('role', { enum: ROLES }),
	/** For `reset`: whose password. */
	accountId: text('account_id').references(() => account.id, { onDelete: 'cascade' }),
	/** For `teach`: the class, by id. */
	classId: text('class_id'),
	createdBy: text('created_by').references(() => account.id, { onDelete: 'set null' }),
	createdAt: moment('created_at').notNull().defaultNow(),
	expiresAt: moment('expires_at').notNull(),
	usedAt: moment('used_at')
});

/** Attempts at signing in, by account or class code and never by address: a school has one. */
export const attempt = pgTable('attempt', {
	key: text('key').primaryKey(),
	/** Without a success between them. */
	count: integer('count').notNull(),
	/** Until then the next attempt is not even looked at. */
	waitUntil: moment('wait_until').notNull(),
	/** Then all is forgotten. */
	windowEndsAt: moment('window_ends_at').notNull()
});
