package io.clausestream.connector.history;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A reader that keeps the last trees: those of a commit's parent are, in a straight history, those
 * of the next commit, and each stands at the end of a delta chain.
 */
final class TreeCache extends ObjectReader.Filter {

  private static final int TREES = 256;

  private final ObjectReader objects;
  private final Map<ObjectId, ObjectLoader> trees = new Lru();

  TreeCache(ObjectReader objects) {
    this.objects = objects;
  }

  @Override
  protected ObjectReader delegate() {
    return objects;
  }

  @Override
  public ObjectReader newReader() {
    return new TreeCache(objects.newReader());
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    if (type != Constants.OBJ_TREE) {
      return objects.open(id, type);
    }
    ObjectLoader tree = trees.get(id.toObjectId());
    if (tree == null) {
      tree = objects.open(id, type);
      trees.put(id.toObjectId(), tree);
    }
    return tree;
  }

  /** Forgets the tree that was not asked for the longest. */
  private static final class Lru extends LinkedHashMap<ObjectId, ObjectLoader> {

    private static final float LOAD = 0.75f;

    Lru() {
      super(TREES, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ObjectId, ObjectLoader> eldest) {
      return size() > TREES;
    }
  }
}
