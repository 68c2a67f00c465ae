using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Lookups that a bookkeeping integration rarely needs.</summary>
internal static class MarginalLookups
{
    static readonly string[] DocumentTypes =
    [
        "delivery_note",
        "invoice",
        "order",
        "order_confirmation",
        "quotation",
        "timetracking_report",
        "workorder",
    ];

    static readonly (string Country, string Name)[] LegalForms =
    [
        ("BE", "BV/SRL"),
        ("BE", "CV/SC"),
        ("BE", "Eenmanszaak/Entreprise individuelle"),
        ("BE", "NV/SA"),
        ("BE", "VZW/ASBL"),
        ("NL", "BV"),
        ("NL", "Eenmanszaak"),
        ("NL", "NV"),
        ("NL", "Stichting"),
    ];

    static readonly (string Country, string Name, string French)[] Areas =
    [
        ("BE", "Antwerpen", "Anvers"),
        ("BE", "Henegouwen", "Hainaut"),
        ("BE", "Limburg", "Limbourg"),
        ("BE", "Luik", "Liège"),
        ("BE", "Luxemburg", "Luxembourg"),
        ("BE", "Namen", "Namur"),
        ("BE", "Oost-Vlaanderen", "Flandre-Orientale"),
        ("BE", "Vlaams-Brabant", "Brabant flamand"),
        ("BE", "Waals-Brabant", "Brabant wallon"),
        ("BE", "West-Vlaanderen", "Flandre-Occidentale"),
        ("NL", "Gelderland", "Gueldre"),
        ("NL", "Noord-Brabant", "Brabant-Septentrional"),
        ("NL", "Noord-Holland", "Hollande-Septentrionale"),
        ("NL", "Utrecht", "Utrecht"),
        ("NL", "Zuid-Holland", "Hollande-Méridionale"),
    ];

    public static Answer BusinessTypes(Call call)
    {
        var country = call.Body["country"].Text();
        return Answer.Data(
            LegalForms.Index().Where(each => country is null || each.Item.Country == country),
            each => new JsonObject
            {
                ["id"] = FixedId(1, each.Index),
                ["name"] = each.Item.Name,
                ["country"] = each.Item.Country,
            }
        );
    }

    public static Answer LevelTwoAreas(Call call)
    {
        var country = call.Body["country"].RequiredText();
        var french = call.Body["language"].Text() == "fr";
        return Answer.Data(
            Areas.Index().Where(each => each.Item.Country == country),
            each => new JsonObject
            {
                ["id"] = FixedId(2, each.Index),
                ["name"] = french ? each.Item.French : each.Item.Name,
                ["country"] = each.Item.Country,
            }
        );
    }

    /// <summary>The account has one template for invoices, which all departments share.</summary>
    public static Answer DocumentTemplates(Call call)
    {
        var filter = call.Body["filter"].Required.Object();
        var department = filter["department_id"].RequiredId();
        var type = filter["document_type"].Required.OneOf(DocumentTypes);
        var statuses = filter["status"].Items().Select(item => item.Required.OneOf("active", "archived")).ToList();
        var shown =
            type == "invoice"
            && call.State.DepartmentsById.ContainsKey(department)
            && (statuses is [] || statuses.Contains("active"));
        Guid[] templates = shown ? [call.State.DocumentTemplateId] : [];
        return Answer.Data(
            templates,
            id => new JsonObject
            {
                ["id"] = id,
                ["department"] = Wire.Reference("department", department),
                ["document_type"] = "invoice",
                ["is_default"] = true,
                ["name"] = "Standaard",
                ["status"] = "active",
            }
        );
    }

    public static Answer MailTemplates(Call call)
    {
        var filter = call.Body["filter"].Required.Object();
        var type = filter["type"].Required.OneOf("invoice", "quotation", "work_order", "credit_note");
        filter["department_id"].Id();
        return Answer.Data(
            call.State.MailTemplatesById.Values.Where(template => template.Type == type),
            template => new JsonObject
            {
                ["id"] = template.Id,
                ["department"] = null,
                ["name"] = template.Name,
                ["content"] = new JsonObject { ["subject"] = template.Subject, ["body"] = template.Body },
                ["language"] = template.Language,
                ["type"] = template.Type,
            }
        );
    }

    public static Answer CloudPlatform(Call call)
    {
        var type = call.Body["type"].Required.OneOf("invoice", "quotation", "ticket");
        var id = call.Body["id"].RequiredId();
        if (type != "invoice" || call.State.InvoiceShelf.Find(id) is null)
            throw call.State.Unknown("Document");
        return Answer.Data(new JsonObject { ["url"] = $"https://teamleader.cloud/{id:N}/" });
    }

    /// <summary>Submissions of expense documents, of which the account has none.</summary>
    public static Answer BookkeepingSubmissions(Call call)
    {
        call.Body["filter"]
            .Required.Object()["subject"]
            .ReadSubject(["incomingInvoice", "incomingCreditNote", "receipt"]);
        return Answer.Data(new JsonArray());
    }

    /// <summary>Expenses, of which the account has none; the one list here that counts on request.</summary>
    public static Answer Expenses(Call call)
    {
        call.Page<Document>([]);
        var answer = Answer.Data(new JsonArray());
        if (call.Includes("pagination"))
            answer.Body!["meta"] = new JsonObject
            {
                ["page"] = new JsonObject
                {
                    ["size"] = Math.Min(call.Body["page"]["size"].Integer() ?? 20, 100),
                    ["number"] = call.Body["page"]["number"].Integer() ?? 1,
                },
                ["matches"] = 0,
            };
        return answer;
    }

    static Guid FixedId(byte kind, int index) => new(0x5eed0000 + index, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, kind);
}
