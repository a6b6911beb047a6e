package io.clausestream.connector.history;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Settings of JGit, which are global to the JVM: caches sized for long delta chains of large pages,
 * the JVM's own SHA-1, and none of the machine's or user's git configuration (so that the same
 * archive reads the same everywhere, no git program is looked for, and nothing is written to the
 * home folder). The numbers behind it are in the decision note 0002.
 */
final class GitSettings {

  private static final int MIB = 1 << 20;
  private static final int WINDOW_BYTES = 64 << 10;
  private static final Duration FILE_CLOCK = Duration.ofSeconds(2);
  private static final String SHA1 = "org.eclipse.jgit.util.sha1.implementation";

  static {
    if (System.getProperty(SHA1) == null) {
      System.setProperty(SHA1, "jdkNative");
    }
    SystemReader.setInstance(new NoConfigSystemReader(SystemReader.getInstance()));
    installCaches(Runtime.getRuntime().maxMemory());
  }

  private GitSettings() {}

  /** Runs the settings above once. */
  static void install() {
    // The class's initialiser has done it.
  }

  private static void installCaches(long heap) {
    WindowCacheConfig cache = new WindowCacheConfig();
    cache.setPackedGitLimit(Math.min(80L * MIB, Math.max(16L * MIB, heap / 16)));
    cache.setPackedGitWindowSize(WINDOW_BYTES);
    cache.setDeltaBaseCacheLimit((int) Math.min(256L * MIB, Math.max(16L * MIB, heap / 4)));
    cache.install();
  }

  /** Answers with empty configuration. */
  private static final class NoConfigSystemReader extends SystemReader.Delegate {

    NoConfigSystemReader(SystemReader delegate) {
      super(delegate);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new NoConfig(parent, fs);
    }
  }

  /** Holds nothing and saves nothing. */
  private static final class NoConfig extends FileBasedConfig {

    NoConfig(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() throws ConfigInvalidException {
      // There is no file.
    }

    @Override
    public void save() {
      // Nothing is kept.
    }

    /** The clock of any file system, so that JGit does not spend seconds on measuring it. */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long other, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(FILE_CLOCK)
          : super.getTimeUnit(section, subsection, name, other, unit);
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
