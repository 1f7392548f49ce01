/** Asks for the pages that the environment names; rejects with what is wrong with them. */
export declare const handler: () => Promise<void>;
