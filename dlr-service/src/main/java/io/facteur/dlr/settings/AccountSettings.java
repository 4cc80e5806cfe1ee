package io.facteur.dlr.settings;

import java.util.List;
import java.util.Optional;

/**
 * What this service knows of an account.
 *
 * @param version of the settings; 0 when nothing was heard of the account yet
 * @param callBack the URL to call, absent when there is none or when it said that it is gone
 * @param secrets what calls are signed with, the present one first; at least one
 */
public record AccountSettings(
    String serviceName, long version, Optional<String> callBack, List<Secret> secrets) {}
