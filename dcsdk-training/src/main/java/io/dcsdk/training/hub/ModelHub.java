package io.dcsdk.training.hub;

import java.nio.file.Path;

/**
 * A hub of models, in front of a cache on the local disk. Immutable; threads and processes may fetch the same model at
 * once, and each of its files comes over the network once.
 */
public final class ModelHub {
    private final HubSettings settings;
    private final FetchListener listener;
    private final Pause pause;

    ModelHub(HubSettings settings, FetchListener listener, Pause pause) {
        this.settings = settings;
        this.listener = listener;
        this.pause = pause;
    }

    /**
     * A hub with these settings.
     *
     * @param settings where it is and where its files are kept
     * @return a hub
     */
    public static ModelHub of(HubSettings settings) {
        return new ModelHub(settings, progress -> {}, Pause::sleep);
    }

    /**
     * The hub that the environment names; see {@link HubSettings#from}.
     *
     * @return a hub
     * @throws HubException if a variable's value breaks its rule
     */
    public static ModelHub fromEnvironment() {
        return of(HubSettings.fromEnvironment());
    }

    /**
     * The same hub with somebody who watches.
     *
     * @param newListener is told of every few kilobytes, instead of the one before
     * @return a hub
     */
    public ModelHub withListener(FetchListener newListener) {
        return new ModelHub(settings, newListener, pause);
    }

    /**
     * The settings.
     *
     * @return where the hub is and where its files are kept
     */
    public HubSettings settings() {
        return settings;
    }

    /**
     * The model's branch {@code main}; see {@link #fetch(String, String)}.
     *
     * @param repository the model's name, like {@code organisation/name}
     * @return its folder
     * @throws HubException if it cannot be fetched
     */
    public Path fetch(String repository) {
        return fetch(repository, "main");
    }

    /**
     * Fetches what is missing of a model, and tells where it is. The revision is pinned to a commit first, so that all
     * files belong together; files are config.json, the tokenizer's, and the weights as safetensors in one file or several.
     * Each is checked against the size and the hash that the hub announced, an interrupted one is gone on with. Offline,
     * the commit is the one that the revision stood for when it was last fetched.
     *
     * @param repository the model's name, like {@code organisation/name}
     * @param revision a branch, a tag, or a commit of 40 digits
     * @return the snapshot folder in the cache, complete; not to be written to, since its files are shared
     * @throws HubException if a name cannot be, the hub has or gives no such model, every attempt failed, what came is not
     *     what was announced, the cache cannot be written, the thread is interrupted (its flag stays set), or, offline, the
     *     cache does not have it
     */
    public Path fetch(String repository, String revision) {
        ModelReference model = new ModelReference(repository, revision);
        if (settings.offline()) {
            return new CachedSnapshot(new CacheLayout(settings.cache(), repository), model).require();
        }
        return new SnapshotFetch(settings, model, listener, pause).run();
    }
}
