package io.clausestream.connector.history;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The captures of one platform in their order, and how far they were read.
 *
 * @param platform name of the platform; also the split's id
 * @param captures number of captures in all, for assigning large platforms first
 * @param position how far it was read
 */
public record HistorySplit(String platform, long captures, CapturePosition position)
    implements SourceSplit {

  @Override
  public String splitId() {
    return platform;
  }
}
