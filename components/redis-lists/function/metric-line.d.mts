export function metricLine(namespace: string, list: string, length: number, timestamp: number): string;
