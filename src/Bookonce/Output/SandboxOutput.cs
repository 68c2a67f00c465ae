using System.Net;
using Bookonce.Sandbox.Host;

namespace Bookonce.Output;

/// <summary>What a person should know about the sandboxes.</summary>
static class SandboxOutput
{
    /// <summary>Files that were left out, each with its reason.</summary>
    public static void Unreadable(SandboxHost sandboxes)
    {
        foreach (var file in sandboxes.Unreadable)
            Screen.Note($"Left out {file.File}: {file.Reason}");
    }

    /// <summary>Says loudly that other machines are let in, if they are.</summary>
    public static void Openness(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
            return;
        Screen.Note("");
        Screen.Note($"  WARNING: the sandboxes listen on {address}, not on loopback alone.");
        Screen.Note(
            "  Whoever reaches this machine can read, change and reset everything in them, without a password."
        );
        Screen.Note("");
    }

    /// <summary>Every switch with its question, answers and default.</summary>
    public static void Switches(IEnumerable<SandboxSwitch> switches)
    {
        foreach (var service in switches.GroupBy(each => each.Service))
        {
            Screen.Line($"{service.Key}");
            foreach (var each in service)
            {
                Screen.Line($"  {each.Name}  {each.Mark} {each.Question}");
                var answers = each.Values.Select(value => value == each.Default ? $"{value} (default)" : value);
                Screen.Line($"      {string.Join(", ", answers)}");
            }
        }
    }
}
