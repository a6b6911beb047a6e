package io.clausestream.pipeline.state;

import io.clausestream.core.change.Site;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.Return;
import io.clausestream.schema.state.ToldChange;
import java.util.ArrayList;
import java.util.List;

/** State 'site'. */
final class SiteCodec {

  static final int VERSION = 2;

  private final VersionedAvro<io.clausestream.schema.state.Site> avro =
      new VersionedAvro<>(OperatorIds.STATE_SITE, io.clausestream.schema.state.Site.class, VERSION);

  byte[] encode(Site site) {
    List<Site.Furnishing> furniture = site.furniture();
    return avro.encode(
        new io.clausestream.schema.state.Site(
            PackedLongs.fixed(furniture.stream().mapToLong(Site.Furnishing::hash).toArray()),
            PackedLongs.variable(steps(furniture)),
            site.told().stream().map(SiteCodec::toState).toList(),
            site.returns().stream().map(SiteCodec::toState).toList()));
  }

  /** Blocks of one page were seen at one instant, so most steps are 0. */
  private static long[] steps(List<Site.Furnishing> furniture) {
    long[] steps = new long[furniture.size()];
    long before = 0;
    for (int i = 0; i < steps.length; i++) {
      long at = Millis.of(furniture.get(i).lastSeen());
      steps[i] = at - before;
      before = at;
    }
    return steps;
  }

  Site decode(byte[] stored) {
    var site = avro.decode(stored);
    String state = OperatorIds.STATE_SITE;
    long[] hashes = PackedLongs.fixed(state, site.getFurnitureHashes(), Site.MAX_FURNITURE);
    long[] steps = PackedLongs.variable(state, site.getFurnitureLastSeen(), hashes.length);
    if (site.getTold().size() > Site.MAX_TOLD) {
      throw PackedLongs.corrupt(state, site.getTold().size() + " changes told");
    }
    if (site.getReturns().size() > Site.MAX_RETURNS) {
      throw PackedLongs.corrupt(state, site.getReturns().size() + " returns");
    }
    List<Site.Furnishing> furniture = new ArrayList<>(hashes.length);
    long at = 0;
    for (int i = 0; i < hashes.length; i++) {
      at += steps[i];
      furniture.add(new Site.Furnishing(hashes[i], Millis.toInstant(at)));
    }
    return new Site(
        furniture,
        site.getTold().stream().map(SiteCodec::toCore).toList(),
        site.getReturns().stream().map(SiteCodec::toCore).toList());
  }

  private static ToldChange toState(Site.Told told) {
    return new ToldChange(told.documentId(), told.before(), told.after(), Millis.of(told.at()));
  }

  private static Site.Told toCore(ToldChange told) {
    return new Site.Told(
        told.getDocumentId(),
        told.getBeforeSha256(),
        told.getAfterSha256(),
        Millis.toInstant(told.getAt()));
  }

  private static Return toState(Site.Return back) {
    return new Return(back.documentId(), Millis.of(back.at()));
  }

  private static Site.Return toCore(Return back) {
    return new Site.Return(back.getDocumentId(), Millis.toInstant(back.getAt()));
  }
}
