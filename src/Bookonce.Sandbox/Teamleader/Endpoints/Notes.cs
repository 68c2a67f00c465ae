using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Free text on the pages of records.</summary>
internal static class Notes
{
    static readonly string[] SubjectTypes =
    [
        "company",
        "contact",
        "creditNote",
        "deal",
        "invoice",
        "nextgenProject",
        "product",
        "project",
        "quotation",
        "subscription",
    ];

    public static Answer List(Call call)
    {
        var subject = call.Body["filter"].Object()["subject"].ReadSubject(SubjectTypes);
        return Answer.Data(call.Page(call.State.NotesById.Values.Where(note => note.Subject == subject)), Row);
    }

    public static Answer Create(Call call)
    {
        var subject = call.Body["subject"].ReadSubject(SubjectTypes);
        if (!call.State.Has(subject))
            throw call.Body["subject"]["id"].Invalid;
        var note = new Note(call.State.Ids.Next(), subject, call.Body["content"].RequiredText(), call.State.Now);
        foreach (var person in call.Body["notify"].Items())
        {
            person.Object()["type"].Required.OneOf("user");
            if (!call.State.UsersById.ContainsKey(person["id"].RequiredId()))
                throw person["id"].Invalid;
        }
        call.State.NotesById.Add(note.Id, note);
        return Answer.Created("note", note.Id);
    }

    public static Answer Update(Call call)
    {
        var note = Subject(call);
        call.State.NotesById[note.Id] = note with { Content = call.Body["content"].RequiredText() };
        return Answer.Done;
    }

    public static Answer Delete(Call call)
    {
        call.State.NotesById.Remove(Subject(call).Id);
        return Answer.Done;
    }

    static Note Subject(Call call) => call.Subject(call.State.NotesById.GetValueOrDefault, "Note");

    static JsonObject Row(Note note) =>
        new()
        {
            ["id"] = note.Id,
            ["content"] = note.Content,
            ["subject"] = Wire.Reference(note.Subject.Type, note.Subject.Id),
            ["added_at"] = Wire.Moment(note.AddedAt),
        };
}
