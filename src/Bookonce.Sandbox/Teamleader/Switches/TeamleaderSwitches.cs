namespace Bookonce.Sandbox.Teamleader;

/// <summary>
/// What the service does not document (ND), what others only saw (Seen) or disagree about (disputed), and choices of the sandbox
/// alone (SB), each with its plausible answers; the first is the default. A client must work with all of them.
/// </summary>
public sealed partial record TeamleaderSwitches
{
    /// <summary>What the catalogue says of a switch.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    internal sealed class OpenAttribute(string section, string mark, string question) : Attribute
    {
        public string Section { get; } = section;
        public string Mark { get; } = mark;
        public string Question { get; } = question;
    }
}
