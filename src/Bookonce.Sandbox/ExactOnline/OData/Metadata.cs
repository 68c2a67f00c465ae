using System.Xml;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>The description of one service as the protocol's version 2 writes it (EDMX).</summary>
internal static class Metadata
{
    private const string Edmx = "http://schemas.microsoft.com/ado/2007/06/edmx";
    private const string Services = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
    private const string Edm = "http://schemas.microsoft.com/ado/2008/09/edm";
    private const string Namespace = "Exact.Web.Api.Models";

    public static ReadOnlyMemory<byte> Write(IReadOnlyList<EntitySet> sets)
    {
        using var buffer = new MemoryStream();
        using (
            var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) })
        )
        {
            xml.WriteStartElement("edmx", "Edmx", Edmx);
            xml.WriteAttributeString("Version", "1.0");
            xml.WriteStartElement("edmx", "DataServices", Edmx);
            xml.WriteAttributeString("m", "DataServiceVersion", Services, "2.0");
            xml.WriteStartElement("Schema", Edm);
            xml.WriteAttributeString("Namespace", Namespace);
            var types = Types(sets);
            foreach (var type in types)
                Type(xml, type);
            foreach (var (parent, field) in Navigations(types))
                Association(xml, parent, field);
            Container(xml, sets, types);
            xml.WriteEndDocument();
        }
        return buffer.ToArray();
    }

    private static EntityType[] Types(IReadOnlyList<EntitySet> sets) =>
        [
            .. sets.Select(set => set.Type)
                .Concat(sets.SelectMany(set => set.Type.Fields).Select(field => field.ChildType).OfType<EntityType>())
                .DistinctBy(type => type.Model),
        ];

    private static IEnumerable<(EntityType Parent, Field Field)> Navigations(IEnumerable<EntityType> types) =>
        from type in types
        from field in type.Fields
        where field.ChildType is not null
        select (type, field);

    private static void Type(XmlWriter xml, EntityType type)
    {
        xml.WriteStartElement("EntityType", Edm);
        xml.WriteAttributeString("Name", Short(type));
        xml.WriteStartElement("Key", Edm);
        xml.WriteStartElement("PropertyRef", Edm);
        xml.WriteAttributeString("Name", type.Key.Name);
        xml.WriteEndElement();
        xml.WriteEndElement();
        foreach (var field in type.Fields.Where(field => field.Type != OData.Edm.Children))
        {
            xml.WriteStartElement("Property", Edm);
            xml.WriteAttributeString("Name", field.Name);
            xml.WriteAttributeString("Type", $"Edm.{field.Type}");
            xml.WriteAttributeString("Nullable", field == type.Key ? "false" : "true");
            xml.WriteEndElement();
        }
        foreach (var (parent, field) in Navigations([type]))
        {
            xml.WriteStartElement("NavigationProperty", Edm);
            xml.WriteAttributeString("Name", field.Name);
            xml.WriteAttributeString("Relationship", $"{Namespace}.{Name(parent, field)}");
            xml.WriteAttributeString("FromRole", Short(parent));
            xml.WriteAttributeString("ToRole", field.Name);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Association(XmlWriter xml, EntityType parent, Field field)
    {
        xml.WriteStartElement("Association", Edm);
        xml.WriteAttributeString("Name", Name(parent, field));
        End(xml, Short(parent), "0..1", parent.Model);
        End(xml, field.Name, "*", field.ChildType!.Model);
        xml.WriteEndElement();
    }

    private static void End(XmlWriter xml, string role, string multiplicity, string type)
    {
        xml.WriteStartElement("End", Edm);
        xml.WriteAttributeString("Type", type);
        xml.WriteAttributeString("Role", role);
        xml.WriteAttributeString("Multiplicity", multiplicity);
        xml.WriteEndElement();
    }

    private static void Container(XmlWriter xml, IReadOnlyList<EntitySet> sets, EntityType[] types)
    {
        xml.WriteStartElement("EntityContainer", Edm);
        xml.WriteAttributeString("Name", "Container");
        xml.WriteAttributeString("m", "IsDefaultEntityContainer", Services, "true");
        foreach (var set in sets)
        {
            xml.WriteStartElement("EntitySet", Edm);
            xml.WriteAttributeString("Name", Last(set.Path));
            xml.WriteAttributeString("EntityType", set.Type.Model);
            xml.WriteEndElement();
        }
        foreach (var (parent, field) in Navigations(types))
        {
            var from = sets.FirstOrDefault(set => set.Type.Model == parent.Model);
            var to = sets.FirstOrDefault(set => set.Type.Model == field.ChildType!.Model);
            if (from is null || to is null)
                continue;
            xml.WriteStartElement("AssociationSet", Edm);
            xml.WriteAttributeString("Name", Name(parent, field));
            xml.WriteAttributeString("Association", $"{Namespace}.{Name(parent, field)}");
            SetEnd(xml, Short(parent), Last(from.Path));
            SetEnd(xml, field.Name, Last(to.Path));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void SetEnd(XmlWriter xml, string role, string set)
    {
        xml.WriteStartElement("End", Edm);
        xml.WriteAttributeString("Role", role);
        xml.WriteAttributeString("EntitySet", set);
        xml.WriteEndElement();
    }

    private static string Name(EntityType parent, Field field) => $"{Short(parent)}_{field.Name}";

    private static string Short(EntityType type) => type.Model[(Namespace.Length + 1)..];

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
