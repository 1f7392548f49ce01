/**
 * A log line that CloudWatch turns into one value for each list
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html):
 * unlike a call of PutMetricData it takes no rights and no way out.
 *
 * @param {string} namespace
 * @param {string} list
 * @param {number} length
 * @param {number} timestamp milliseconds since 1970.
 */
export function metricLine(namespace, list, length, timestamp) {
  return JSON.stringify({
    _aws: {
      Timestamp: timestamp,
      CloudWatchMetrics: [
        { Namespace: namespace, Dimensions: [["List"]], Metrics: [{ Name: "ListLength", Unit: "Count" }] },
      ],
    },
    List: list,
    ListLength: length,
  });
}
