/** Tells PagerDuty of the alarms in these messages; rejects when PagerDuty does not take one. */
export declare const handler: (event: { Records: { Sns: { Message: string } }[] }) => Promise<void>;
