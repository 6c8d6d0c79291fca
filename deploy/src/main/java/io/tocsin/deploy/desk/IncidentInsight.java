package io.tocsin.deploy.desk;

import java.util.List;

/**
 * What an incident's example posts name. Each list is sorted, most posts first.
 *
 * @param posts how many posts of distinct text were read
 * @param people persons
 * @param organisations companies, agencies, teams
 * @param places towns, countries, streets
 * @param products things with a name
 * @param phrases what else several posts speak of
 */
public record IncidentInsight(
    int posts,
    List<NamedCount> people,
    List<NamedCount> organisations,
    List<NamedCount> places,
    List<NamedCount> products,
    List<NamedCount> phrases) {
  /**
   * One thing that posts name.
   *
   * @param name as most of them write it
   * @param posts how many posts of distinct text name it, from 1
   */
  public record NamedCount(String name, int posts) {}
}
