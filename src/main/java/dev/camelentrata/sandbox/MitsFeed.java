package dev.camelentrata.sandbox;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The property feed of the Multifamily Information and Transactions Standard, as XML. */
final class MitsFeed {

  private final SandboxContent content;

  MitsFeed(SandboxContent content) {
    this.content = content;
  }

  void write(List<SandboxProperty> properties, OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("PhysicalProperty");
    for (SandboxProperty property : properties) {
      property(xml, property);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void property(XMLStreamWriter xml, SandboxProperty property) throws XMLStreamException {
    xml.writeStartElement("Property");
    text(xml, "PropertyID", property.id());
    xml.writeStartElement("ILS_Identification");
    text(xml, "MarketingName", property.name());
    xml.writeEndElement();
    List<SandboxUnit> units = content.units(property.id());
    for (SandboxFloorplan plan : content.floorplans(property.id())) {
      floorplan(xml, plan, units);
    }
    for (SandboxUnit unit : units) {
      unit(xml, unit);
    }
    xml.writeEndElement();
  }

  private static void floorplan(XMLStreamWriter xml, SandboxFloorplan plan, List<SandboxUnit> units)
      throws XMLStreamException {
    List<SandboxUnit> own =
        units.stream().filter(unit -> unit.floorplan().id().equals(plan.id())).toList();
    xml.writeStartElement("Floorplan");
    identification(xml, plan.id());
    text(xml, "Name", plan.name());
    text(xml, "UnitCount", Integer.toString(own.size()));
    text(
        xml,
        "UnitsAvailable",
        Long.toString(own.stream().filter(u -> u.letting().status().available()).count()));
    xml.writeEmptyElement("SquareFeet");
    xml.writeAttribute("Min", Integer.toString(plan.squareFeet()));
    xml.writeAttribute("Max", Integer.toString(plan.squareFeet()));
    xml.writeEmptyElement("MarketRent");
    xml.writeAttribute("Min", amount(plan.baseRent()));
    xml.writeAttribute("Max", amount(plan.baseRent()));
    text(xml, "Deposit", amount(plan.deposit()));
    xml.writeEndElement();
  }

  private static void unit(XMLStreamWriter xml, SandboxUnit unit) throws XMLStreamException {
    Letting letting = unit.letting();
    xml.writeStartElement("ILS_Unit");
    identification(xml, unit.id());
    xml.writeStartElement("Units");
    xml.writeStartElement("Unit");
    text(xml, "MarketingName", unit.number());
    text(xml, "UnitType", unit.floorplan().unitType());
    text(xml, "BuildingName", unit.building());
    text(xml, "MarketRent", amount(letting.marketRent()));
    text(xml, "FloorPlanId", unit.floorplan().id());
    xml.writeEndElement();
    xml.writeEndElement();
    text(xml, "EffectiveRent", amount(letting.effectiveRent()));
    xml.writeStartElement("Availability");
    text(xml, "VacancyClass", letting.status().vacant() ? "Unoccupied" : "Occupied");
    day(xml, "VacateDate", letting.moveOutOn());
    day(xml, "MadeReadyDate", letting.madeReadyOn());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void identification(XMLStreamWriter xml, String id) throws XMLStreamException {
    xml.writeStartElement("Identification");
    text(xml, "IDValue", id);
    xml.writeEndElement();
  }

  private static void day(XMLStreamWriter xml, String name, LocalDate day)
      throws XMLStreamException {
    if (day != null) {
      text(xml, name, UsText.date(day));
    }
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String amount(long cents) {
    return cents / 100 + (cents % 100 < 10 ? ".0" : ".") + cents % 100;
  }
}
