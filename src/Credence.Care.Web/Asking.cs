// Who asks on this side.
global using Asking = Credence.Web.Asking<Credence.Care.Access.CareAccess>;
